# The hand at work: what it snapped to, lengths at the thing, and numbers as they are typed.

# Numbers that cannot be read
why-amount-empty = Please type a number, such as 12.5
why-amount-too-long = That is too long; please type something shorter, such as 12.5+3
why-amount-words = “{ $text }” is no number; please type one, such as 12.5, 250cm or 12.5+3
why-amount-unfinished = That is not finished; please go on or take the last sign away
why-amount-units = Metres times or by metres are no metres; please give one number only a unit
why-amount-by-zero = Nothing can be divided by zero
why-amount-comma = “{ $text }” can be read in two ways; please write a point for decimals, such as 1.5, and a thousand as 1000
why-amount-negative = That comes to less than zero; please type something larger
why-amount-too-large = That number is too large
why-amount-held = It can only be between { $least } and { $most }; it is { $held } now
