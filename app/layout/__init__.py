"""Where discs and labels stand on a map; pure, and knows no partner.

To be read in this order: `picture` is what goes in and what comes out; `ring_layout` and
`free_layout` make one; `rings` and `ground` say how far rings and sectors reach; `seats`, `labels`
and `seating` give everybody a place and a name there; `names_of_rings` and `names_of_sectors` write
on the ground; `clear_names` and `names_apart` move names of people at the end; `incremental` keeps
in place who stood somewhere.
"""
