"""Puts this folder on the path, so that every test folder can use ``builders``."""
