package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.shuttle.provider.Advice;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Stage;
import dev.shuttle.provider.TaskResult;
import dev.shuttle.provider.TaskStatus;
import dev.shuttle.provider.TaskStatus.Canceled;
import dev.shuttle.provider.TaskStatus.Failed;
import dev.shuttle.provider.TaskStatus.Pending;
import dev.shuttle.provider.TaskStatus.Running;
import dev.shuttle.provider.TaskStatus.Succeeded;
import dev.shuttle.provider.TaskStatus.Unknown;
import dev.shuttle.provider.TaskTimes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TaskStatusTest {
    private static final String TIMES =
            "'submit_time':'2026-01-15 10:00:00.100','scheduled_time':'2026-01-15 10:00:00.135','end_time':'2026-01-15 10:00:10.870'";

    private final LoopbackService service = LoopbackService.start();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aPollCarriesTheKeyAndNothingOfASubmission() {
        poll(200, "{'output':{'task_id':'t-1','task_status':'PENDING'}}");

        var asked = service.onlyAsked();
        assertThat(asked.method()).isEqualTo("GET");
        assertThat(asked.pathAndQuery()).isEqualTo("/api/v1/tasks/t-1");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer " + Client.KEY);
        assertThat(asked.header("X-DashScope-Async")).isNull();
        assertThat(asked.header("Content-Type")).isNull();
    }

    @Test
    void aWaitingTaskIsPendingSinceItsSubmissionInChinasTime() {
        TaskStatus status = poll(
                200,
                "{'request_id':'r1','output':{'task_id':'t-1','task_status':'PENDING','submit_time':'2026-01-15 10:00:00.100',"
                        + "'task_metrics':{'TOTAL':1,'SUCCEEDED':0,'FAILED':0}}}");

        assertThat(status)
                .isEqualTo(
                        new Pending("t-1", "r1", new TaskTimes(Instant.parse("2026-01-15T02:00:00.100Z"), null, null)));
        assertThat(status.isFinal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"RUNNING", "SUSPENDED", "POST_PROCESSING"})
    void aTaskInWorkOrInAStateNobodyKnowsYetIsRunning(String word) {
        assertThat(poll(200, "{'output':{'task_status':'" + word + "','new_field':{'a':[1]}}}"))
                .isInstanceOf(Running.class)
                .returns("t-1", TaskStatus::taskId);
    }

    @Test
    void aSucceededTaskHasItsPicturesAndTheErrorsOfThoseThatFailed() {
        TaskStatus status = poll(
                200,
                "{'request_id':'r1','output':{'task_id':'t-1','task_status':'SUCCEEDED'," + TIMES + ",'results':["
                        + "{'code':'InternalError.Timeout','message':'An internal timeout error has occured'},"
                        + "{'url':'https://r.oss-cn-shanghai.aliyuncs.com/a.png?Signature=ab%2Bcd%3D','actual_prompt':'p'}],"
                        + "'task_metrics':{'TOTAL':2,'SUCCEEDED':1,'FAILED':1}},'usage':{'image_count':1}}");

        assertThat(status).asInstanceOf(type(Succeeded.class)).satisfies(succeeded -> {
            assertThat(succeeded.url()).isEqualTo("https://r.oss-cn-shanghai.aliyuncs.com/a.png?Signature=ab%2Bcd%3D");
            assertThat(succeeded.imagesBilled()).isEqualTo(1);
            assertThat(succeeded.results()).hasSize(2);
            assertThat(succeeded.results().get(0))
                    .asInstanceOf(type(TaskResult.Missing.class))
                    .satisfies(missing -> assertThat(missing.error().code()).isEqualTo("InternalError.Timeout"));
            assertThat(succeeded.times().ended()).isEqualTo(Instant.parse("2026-01-15T02:00:10.870Z"));
            assertThat(succeeded.toString()).doesNotContain("Signature=ab");
        });
    }

    @Test
    void anAsynchronousTaskMayAnswerWithChoices() {
        TaskStatus status = poll(
                200,
                "{'output':{'task_status':'SUCCEEDED','finished':true,'choices':[{'message':{'content':["
                        + "{'type':'image','image':'https://r.aliyuncs.com/b.png'}]}}]}}");

        assertThat(status).asInstanceOf(type(Succeeded.class)).returns("https://r.aliyuncs.com/b.png", Succeeded::url);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'output':{'task_status':'SUCCEEDED','results':[]}}                            | EMPTY_RESULT
        {'output':{'task_status':'SUCCEEDED'}}                                         | EMPTY_RESULT
        {'output':{'task_status':'SUCCEEDED','results':[{'url':''},{'url':null}]}}     | EMPTY_RESULT
        {'output':{'task_status':'SUCCEEDED','results':[{'code':'DataInspectionFailed','message':'m'}]}} | DataInspectionFailed
        """)
    void successWithoutAPictureIsAFailure(String body, String code) {
        assertThat(poll(200, body)).asInstanceOf(type(Failed.class)).satisfies(failed -> {
            assertThat(failed.error().code()).isEqualTo(code);
            assertThat(failed.error().taskId()).isEqualTo("t-1");
        });
    }

    @Test
    void aFailedTaskIsReported() {
        TaskStatus status = poll(
                200,
                "{'request_id':'e5d70b02','output':{'task_id':'t-1','task_status':'FAILED','code':'InternalError',"
                        + "'message':'submit algo service error, Internal server error!'}}");

        assertThat(status)
                .asInstanceOf(type(Failed.class))
                .satisfies(failed -> assertThat(failed.error())
                        .isEqualTo(new CloudError(
                                "InternalError",
                                "submit algo service error, Internal server error!",
                                200,
                                "e5d70b02",
                                "t-1",
                                Stage.POLL,
                                ErrorClass.RETRY_ONCE,
                                Duration.ZERO,
                                Advice.CHECK_INPUT)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'code':'DataInspectionFailed','message':'m','output':{'task_status':'FAILED'}}    | DataInspectionFailed
        {'output':{'task_status':'FAILED','error':{}},'error':{'code':'Arrearage'}}        | Arrearage
        {'output':{'task_status':'FAILED'}}                                                | NO_REASON
        {'code':'','message':'','output':{'task_status':'FAILED','code':'IPInfringementSuspect'}} | IPInfringementSuspect
        """)
    void theErrorMayStandAtAnyLevel(String body, String code) {
        assertThat(poll(200, body))
                .asInstanceOf(type(Failed.class))
                .satisfies(failed -> assertThat(failed.error().code()).isEqualTo(code));
    }

    @Test
    void aCanceledTaskIsFinal() {
        assertThat(poll(200, "{'output':{'task_status':'CANCELED'}}"))
                .isInstanceOf(Canceled.class)
                .returns(true, TaskStatus::isFinal);
    }

    @ParameterizedTest
    @CsvSource({"200", "404"})
    void aTaskTheServiceDoesNotKnowIsUnknownWhateverTheStatus(int http) {
        assertThat(poll(http, "{'request_id':'a4','output':{'task_id':'t-1','task_status':'UNKNOWN'}}"))
                .isEqualTo(new Unknown("t-1", "a4"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        503 | <html>busy</html>                                        | NOT_JSON            | RETRY
        200 | ''                                                       | NOT_JSON            | RETRY
        200 | <html>login</html>                                       | NOT_JSON            | RETRY
        200 | {'request_id':'r'}                                       | NOT_DASHSCOPE       | RETRY
        429 | {'code':'Throttling.RateQuota','message':'m'}            | Throttling.RateQuota | RETRY
        500 | {'code':'InternalError','message':'m'}                   | InternalError       | RETRY_ONCE
        401 | {'code':'InvalidApiKey','message':'m'}                   | InvalidApiKey       | ACCOUNT
        """)
    void aPollWithoutAStateIsAnError(int http, String body, String code, ErrorClass expected) {
        service.then(http, body.replace('\'', '"'));

        assertThat(Client.poll(Client.of(service).build(), "t-1"))
                .asInstanceOf(type(TaskStatus.Unread.class))
                .satisfies(failure -> {
                    assertThat(failure.error().code()).isEqualTo(code);
                    assertThat(failure.error().errorClass()).isEqualTo(expected);
                    assertThat(failure.error().taskId()).isEqualTo("t-1");
                });
        assertThat(service.asked())
                .as("the route repeats polls, not the client")
                .hasSize(1);
    }

    @Test
    void aPollsRequestedWaitIsTold() {
        service.then(
                429, Map.of("Retry-After", "Thu, 15 Jan 2026 04:00:30 GMT"), "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(Client.poll(Client.of(service).build(), "t-1"))
                .asInstanceOf(type(TaskStatus.Unread.class))
                .satisfies(failure -> assertThat(failure.error().retryAfter()).isEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void aTaskIdIsDataInThePath() {
        service.then(200, "{\"output\":{\"task_status\":\"UNKNOWN\"}}");

        Client.poll(Client.of(service).build(), "../a b?c");

        assertThat(service.onlyAsked().pathAndQuery()).isEqualTo("/api/v1/tasks/..%2Fa%20b%3Fc");
    }

    private TaskStatus poll(int http, String body) {
        service.then(http, body.replace('\'', '"'));
        return Client.poll(Client.of(service).build(), "t-1");
    }
}
