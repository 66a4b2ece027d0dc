"""The library on disk: its tables and rows, upgrades, backups, the lock, and handing over files."""
