# Sunlight: what windows lose, and shadows on the plan

day-great-cold = Great Cold, 20 January
day-winter-solstice = the winter solstice
day-spring-equinox = the spring equinox
day-summer-solstice = the summer solstice
sun-less = { $house }, { $side } side, ground-floor window { $number }: { $lost } minutes less sun on { $day } (now { $before })
sun-less-windows = { $house }, { $side } side, ground-floor windows: up to { $lost } minutes less sun on { $day } (now { $before }); { $windows } windows lose some
sun-also = { $loss }; { $lost } less on { $day }
sun-with-height = { $loss }. What stands here takes none if it is no higher than { $metres } m
sun-tiding-less = { $house }, { $side } side: the ground floor has { $lost } minutes less sun on { $day }
sun-tiding-more = { $house }, { $side } side: the ground floor has { $lost } minutes more sun on { $day }
not-checked-latitude = “{ $rule }” is not checked: the drawing does not say where on the earth the estate lies, and the sun needs a latitude
not-checked-houses = “{ $rule }” is not checked: the plan has no dwellings and no day-care centre

# Shadows on the plan
shadows-day = Which day
shadows-hour = Hour (true solar time)
shadows-play = Play the day's shadows
shadows-stop = Stop
shadows-close = Put the shadows away
say-shadows-on = Shadows are drawn on the plan
say-shadows-off = The shadows are put away
say-shadows-play = The day's shadows are played
say-shadows-played = It is evening; the day is over
shadows-sun = Sun { $degrees }° high, { $side }; clock about { $clock }
shadows-sun-bare = Sun { $degrees }° high, { $side }; clock about { $clock }. Winter: trees are bare
shadows-sun-down = The sun is down or too low; clock about { $clock }
