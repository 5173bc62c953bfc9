package dev.shuttle.api;

import dev.shuttle.job.Job;

/** The file that a job is done for. */
final class PointPaper {
    private PointPaper() {}

    static String name(Job job) {
        return job.source().stem() + ".pointpaper.png";
    }
}
