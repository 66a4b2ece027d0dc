"""Where discs and labels stand on a map; pure, and knows no partner."""
