# The planner's desk.

aside-name-disagrees = Its name does not agree with its content: it was damaged on the way, or changed by hand
aside-not-named-by-hash = Its name is not that of a design, so it cannot be told which one it is
aside-unreadable = It cannot be read: { $why }
aside-other-project = It was drawn for another project ({ $project })
aside-withheld = It is listed, but its host does not give it out: it may be damaged

gather-unreachable = The server cannot be reached. Check the network and try again.
gather-slow = The server said nothing for a long time, so reading was stopped. Try again in a while.
gather-refused = The server did not accept the token. Compare it and enter it again.
gather-not-there = The server has no such design.
gather-not-understood = The answer is not what was asked for; most likely this network wants a login first. Try another network.
gather-status = The server has a problem ({ $status }). Try again in a while.
gather-stopped = Stopped. What was read so far is shown.
