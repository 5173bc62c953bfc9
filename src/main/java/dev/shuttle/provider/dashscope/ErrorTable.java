package dev.shuttle.provider.dashscope;

import static dev.shuttle.provider.Advice.*;
import static dev.shuttle.provider.ErrorClass.*;

import dev.shuttle.provider.Advice;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.Stage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What each error code means for us.
 *
 * <p>Codes and messages: Alibaba Cloud Model Studio's "Error codes" and the models' API references. What to do about them is
 * inferred. The code is looked at before the HTTP status, since a failed task's error arrives with HTTP 200.
 */
final class ErrorTable {
    /** One row; {@code saying} narrows it to messages that hold the text, in any case. */
    record Row(String code, @Nullable String saying, ErrorClass errorClass, Advice advice) {
        private boolean matches(String candidate, String message) {
            return code.equals(candidate) && (saying == null || message.contains(saying));
        }
    }

    /** Narrow rows stand before the wide ones of the same code. */
    static final List<Row> ROWS = List.of(
            row("InvalidParameter", "url error", NEXT_MODEL, OTHER_MODEL),
            row("InvalidParameter", "model not exist", NEXT_MODEL, OTHER_MODEL),
            row("InvalidParameter", "image", NEVER, CHECK_PICTURE),
            row("InvalidParameter", NEVER, CHECK_REQUEST),
            row("InvalidParameter.DataInspection", NEVER, CHECK_PICTURE),
            row("InvalidParameter.FileDownload", RETRY_ONCE, CHECK_PICTURE),
            row("BadRequest.InputDownloadFailed", RETRY_ONCE, CHECK_PICTURE),
            row("DataInspectionFailed", NEVER, OTHER_PICTURE),
            row("IPInfringementSuspect", NEVER, OTHER_PICTURE),
            row("BadRequest.TooLarge", NEVER, CHECK_PICTURE),
            row("BadRequest", NEVER, CHECK_REQUEST),
            row("InvalidURL.Timeout", RETRY_ONCE, CHECK_PICTURE),
            row("InvalidURL", NEVER, CHECK_PICTURE),
            row("InvalidImage", NEVER, CHECK_PICTURE),
            row("InvalidImageFormat", NEVER, CHECK_PICTURE),
            row("InvalidImageResolution", NEVER, CHECK_PICTURE),
            row("UnsupportedOperation", NEVER, CANCEL_TOO_LATE),
            row("Arrearage", ACCOUNT, SETTLE_ACCOUNT),
            row("InvalidApiKey", ACCOUNT, CHECK_KEY),
            row("AccessDenied", "synchronous calls", NEXT_MODEL, OTHER_MODEL),
            row("AccessDenied.Unpurchased", ACCOUNT, OPEN_MODEL),
            row("AccessDenied", NEVER, CHECK_REQUEST),
            row("Model.AccessDenied", ACCOUNT, OPEN_MODEL),
            row("Workspace.AccessDenied", ACCOUNT, OPEN_MODEL),
            row("AllocationQuota.FreeTierOnly", ACCOUNT, OPEN_MODEL),
            row("ModelNotFound", NEXT_MODEL, OTHER_MODEL),
            row("NotFound", NEXT_MODEL, OTHER_MODEL),
            row("WorkSpaceNotFound", NEXT_MODEL, OTHER_MODEL),
            row("Throttling.AllocationQuota", "free allocated quota exceeded", ACCOUNT, OPEN_MODEL),
            row("Throttling", RETRY, WAIT),
            row("CommodityNotPurchased", ACCOUNT, SETTLE_ACCOUNT),
            row("PrepaidBillOverdue", ACCOUNT, SETTLE_ACCOUNT),
            row("PostpaidBillOverdue", ACCOUNT, SETTLE_ACCOUNT),
            row("InternalError", RETRY_ONCE, CHECK_INPUT),
            row("SystemError", RETRY_ONCE, CHECK_INPUT),
            row("ModelServiceFailed", RETRY_ONCE, CHECK_INPUT),
            row("RequestTimeOut", RETRY_ONCE, WAIT),
            row("ResponseTimeout", RETRY_ONCE, WAIT),
            row("ModelServingError", RETRY, WAIT),
            row("ModelUnavailable", RETRY, WAIT));

    private ErrorTable() {}

    /** An error the service sent. */
    static CloudError error(String code, String message, int http, Stage stage) {
        Row row = classify(code, message, http);
        return CloudError.sent(code, message, http, stage, row.errorClass(), row.advice());
    }

    /** The row for a code and its message; then for the code's family, the part before a dot; then for the status. */
    static Row classify(String code, String message, int http) {
        String lower = message.toLowerCase(Locale.ROOT);
        for (String family = code; !family.isEmpty(); family = parent(family)) {
            for (Row row : ROWS) {
                if (row.matches(family, lower)) {
                    return row;
                }
            }
        }
        return byStatus(code, http);
    }

    private static String parent(String code) {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? "" : code.substring(0, dot);
    }

    private static Row byStatus(String code, int http) {
        return switch (http) {
            case 401 -> row(code, ACCOUNT, CHECK_KEY);
            case 402 -> row(code, ACCOUNT, SETTLE_ACCOUNT);
            case 404, 405 -> row(code, NEXT_MODEL, CHECK_ADDRESS);
            case 408 -> row(code, RETRY_ONCE, WAIT);
            case 413 -> row(code, NEVER, CHECK_PICTURE);
            case 429, 502, 503, 504 -> row(code, RETRY, WAIT);
            default -> http >= 300 && http < 500 ? row(code, NEVER, REPORT) : row(code, RETRY_ONCE, REPORT);
        };
    }

    private static Row row(String code, ErrorClass errorClass, Advice advice) {
        return new Row(code, null, errorClass, advice);
    }

    private static Row row(String code, String saying, ErrorClass errorClass, Advice advice) {
        return new Row(code, saying, errorClass, advice);
    }
}
