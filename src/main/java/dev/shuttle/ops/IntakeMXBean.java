package dev.shuttle.ops;

import java.util.List;

/** The ways in, as JMX shows them. */
public interface IntakeMXBean {
    /** The routes that bring pictures in by themselves, with their status. */
    List<String> getWays();

    /** Whether they all stand still. */
    boolean isPaused();

    /** Takes no new pictures; jobs that were admitted go on. */
    void pause();

    /** Takes pictures again. */
    void resume();
}
