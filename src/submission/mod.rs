//! What is sent: the frozen bytes of a design and the outbox that sends them.
