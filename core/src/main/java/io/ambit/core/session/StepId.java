package io.ambit.core.session;

/** A step of a session, counted from 0. */
public record StepId(Space space, SessionId session, int number) {}
