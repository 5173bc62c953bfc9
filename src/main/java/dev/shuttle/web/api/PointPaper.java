package dev.shuttle.web.api;

import dev.shuttle.pipeline.job.Job;

/** The file that a job is done for. */
final class PointPaper {
    private PointPaper() {}

    static String name(Job job) {
        return job.source().stem() + ".pointpaper.png";
    }
}
