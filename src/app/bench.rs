//! A bench at which work is done a step at a time while questions come in: what a worker has. Pure: a browser's worker,
//! the page itself and a test go through the same steps.

/// What hears questions, works at them, and answers.
pub trait Bench: Default + 'static {
    /// By this name the program knows that a worker is to be this bench.
    const NAME: &'static str;
    /// What it is told and asked.
    type Ask;
    /// What it says.
    type Said;

    /// Takes what it is told or asked; what can be said at once is said.
    fn take(&mut self, ask: Self::Ask) -> Option<Self::Said>;
    /// What the next step does, as a name among the browser's measurements; none where nothing waits to be done.
    fn doing(&self) -> Option<&'static str>;
    /// Does a step of the work; gives what there is to say of it.
    fn work(&mut self) -> Option<Self::Said>;

    /// Whether something waits to be done.
    fn has_work(&self) -> bool {
        self.doing().is_some()
    }
}
