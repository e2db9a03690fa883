# The planner's desk.

aside-name-disagrees = Its name does not agree with its content: it was damaged on the way, or changed by hand
aside-not-named-by-hash = Its name is not that of a design, so it cannot be told which one it is
aside-unreadable = It cannot be read: { $why }
aside-other-project = It was drawn for another project ({ $project })
