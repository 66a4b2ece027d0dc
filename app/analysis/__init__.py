"""What a map measures: composition, cohesion, brokerage and the gap."""
