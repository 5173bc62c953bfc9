package dev.shuttle.pipeline.cloud;

import dev.shuttle.loom.image.PictureException;
import dev.shuttle.pipeline.job.Job;
import dev.shuttle.provider.CloudPicture;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.TaskStatus;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The stage that routes call, as of the last start of the program: routes keep the object that they found first. */
@SuppressWarnings("MissingJavadoc")
public final class CurrentStage {
    private volatile CloudStage now;

    CurrentStage(CloudStage first) {
        now = first;
    }

    void set(CloudStage next) {
        now = next;
    }

    CloudStage get() {
        return now;
    }

    public String service(Job job) {
        return now.service(job);
    }

    public String serviceOfTask(Job job) {
        return now.serviceOfTask(job);
    }

    public CompletionStage<Job> awaitPlace(Job job) {
        return now.awaitPlace(job);
    }

    public boolean takes(Job job) {
        return now.takes(job);
    }

    public Job resumes(Job job) {
        return now.resumes(job);
    }

    public void leaves(Job job) {
        now.leaves(job);
    }

    public boolean isWanted(Job job) {
        return now.isWanted(job);
    }

    public boolean isToSubmit(Job job) {
        return now.isToSubmit(job);
    }

    public boolean isPending(Job job) {
        return now.isPending(job);
    }

    public boolean isPolledHere(Job job) {
        return now.isPolledHere(job);
    }

    public boolean isToDownload(Job job) {
        return now.isToDownload(job);
    }

    public CompletionStage<Job> awaitLane(Job job) {
        return now.awaitLane(job);
    }

    public void leaveLane(Job job) {
        now.leaveLane(job);
    }

    public Job settle(Job job) {
        return now.settle(job);
    }

    public boolean isSendable(Job job) {
        return now.isSendable(job);
    }

    public CloudPicture picture(Job job) throws IOException, PictureException {
        return now.picture(job);
    }

    public Sending request(Job job, CloudPicture picture, String base64) {
        return now.request(job, picture, base64);
    }

    public boolean isToSend(Sending sending) {
        return now.isToSend(sending);
    }

    public Sending intend(Sending sending) throws IOException {
        return now.intend(sending);
    }

    public Sending answered(Sending sending, SubmitAnswer answer) {
        return now.answered(sending, answer);
    }

    public Job accepted(Sending sending) {
        return now.accepted(sending);
    }

    public Job done(Sending sending) throws IOException {
        return now.done(sending);
    }

    public Job refused(Sending sending) {
        return now.refused(sending);
    }

    public Job lost(Sending sending) {
        return now.lost(sending);
    }

    public CompletionStage<Job> untilDue(Job job) {
        return now.untilDue(job);
    }

    public Job beginPoll(Job job) {
        return now.beginPoll(job);
    }

    public Job polled(Job job, TaskStatus status) {
        return now.polled(job, status);
    }

    public Job broken(Job job, Throwable failure) {
        return now.broken(job, failure);
    }

    public Job download(Job job) throws IOException {
        return now.download(job);
    }

    public Job fallBack(Job job, @Nullable Throwable failure) throws Exception {
        return now.fallBack(job, failure);
    }

    public List<Job> impatient() {
        return now.impatient();
    }
}
