package dev.shuttle.pipeline.dispatch;

/** Whether a job's picture can be had by this program. */
public enum Reach {
    /** It is here. */
    HERE,
    /** The store or the disk cannot be asked, or the picture may be on its way. */
    NOT_NOW,
    /** No node can have it any more. */
    GONE
}
