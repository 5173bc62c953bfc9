package dev.shuttle.ops.doctor;

import dev.shuttle.provider.CloudException;
import dev.shuttle.provider.ResultPicture;
import dev.shuttle.provider.Submission;
import dev.shuttle.provider.SubmitAnswer;
import dev.shuttle.provider.TaskStatus;
import dev.shuttle.provider.Wire;

/** The program's own client: its wire, and its routes to DashScope. What goes through it goes out as the program sends it. */
public interface ProgramClient {
    /** One HTTP exchange, through the route {@code http}. */
    Wire wire();

    /** One POST of a picture, through the route {@code dashscope-submit}. */
    SubmitAnswer submit(Submission submission);

    /** Asks for a task once, through the route {@code dashscope-task}. */
    TaskStatus poll(String taskId);

    /**
     * Fetches a result and checks that it is a picture.
     *
     * @throws CloudException with a code that begins with {@code RESULT_}
     */
    ResultPicture download(String url);
}
