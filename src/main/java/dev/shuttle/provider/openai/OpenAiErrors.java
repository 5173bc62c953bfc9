package dev.shuttle.provider.openai;

import dev.shuttle.provider.Advice;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Stage;
import java.util.Map;

/**
 * What an error of this interface means for us. Codes as OpenAI documents them; what to do about them is inferred. What the table does not
 * have goes by the HTTP status.
 */
final class OpenAiErrors {
    private record Row(ErrorClass errorClass, Advice advice) {}

    private static final Advice KEY = Advice.CHECK_KEY.of("openai");
    private static final Advice MODEL = new Advice(
            "Check shuttle.models and openai.base-url: this model name does not work there; the next model is tried.",
            "请检查 shuttle.models 与 openai.base-url：此模型名在该地址不可用；将尝试下一个模型。");
    private static final Advice BILL =
            new Advice("Look at the account's bills and limits at the provider, then resume.", "请查看该服务商账号的账单与额度后再继续。");

    private static final Map<String, Row> ROWS = Map.of(
            "invalid_api_key", new Row(ErrorClass.ACCOUNT, KEY),
            "insufficient_quota", new Row(ErrorClass.ACCOUNT, BILL),
            "billing_hard_limit_reached", new Row(ErrorClass.ACCOUNT, BILL),
            "rate_limit_exceeded", new Row(ErrorClass.RETRY, Advice.WAIT.of("openai")),
            "model_not_found", new Row(ErrorClass.NEXT_MODEL, MODEL),
            "moderation_blocked", new Row(ErrorClass.NEVER, Advice.OTHER_PICTURE),
            "content_policy_violation", new Row(ErrorClass.NEVER, Advice.OTHER_PICTURE));

    private OpenAiErrors() {}

    static CloudError error(String code, String message, int http) {
        Row row = ROWS.getOrDefault(code, byStatus(http));
        return CloudError.sent(code, message, http, Stage.SUBMIT, row.errorClass(), row.advice());
    }

    private static Row byStatus(int http) {
        return switch (http) {
            case 401, 403 -> new Row(ErrorClass.ACCOUNT, KEY);
            case 402 -> new Row(ErrorClass.ACCOUNT, BILL);
            case 404, 405 -> new Row(ErrorClass.NEXT_MODEL, MODEL);
            case 429 -> new Row(ErrorClass.RETRY, Advice.WAIT.of("openai"));
            default ->
                http >= 500
                        ? new Row(ErrorClass.RETRY, Advice.WAIT.of("openai"))
                        : new Row(ErrorClass.NEXT_MODEL, Advice.CHECK_REQUEST);
        };
    }
}
