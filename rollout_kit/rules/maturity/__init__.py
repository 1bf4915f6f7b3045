"""Whether the operation grows up: from launch over standards to retirement."""
