# What the drawing would do: what to look at, what was found

action-group-would = What it would do
action-show-findings = What was found
