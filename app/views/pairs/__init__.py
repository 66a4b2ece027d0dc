"""The pass through all pairs of partners: does each know the other?"""
