"""The page Months ahead: how a practice fills, the money by month, and when to leave a job."""
