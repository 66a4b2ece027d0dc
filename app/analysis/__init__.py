"""What a map measures: composition, cohesion, brokerage, positions and the gap."""
