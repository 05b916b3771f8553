"""Forms for the acts of the day, built from what each verb asks for."""
