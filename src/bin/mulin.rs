//! The native program.

fn main() -> std::process::ExitCode {
    mulin::cli::run()
}
