package dev.shuttle.emulator;

/** A fault and when it strikes. */
public record FaultRule(When when, Fault fault) {}
