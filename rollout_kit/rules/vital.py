"""The activities that no service goes without: what rules on responsibility and on proof share."""

VITAL = ("incident", "major_incident", "security_incident", "restore", "access", "change_approval")
