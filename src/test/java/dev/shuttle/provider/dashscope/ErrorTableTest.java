package dev.shuttle.provider.dashscope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.provider.Advice;
import dev.shuttle.provider.CloudError;
import dev.shuttle.provider.ErrorClass;
import dev.shuttle.provider.OwnCode;
import dev.shuttle.provider.Stage;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ErrorTableTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        400 | InvalidParameter                  | url error, please check url！                            | NEXT_MODEL
        400 | InvalidParameter                  | Model not exist.                                        | NEXT_MODEL
        400 | InvalidParameter                  | Required body invalid, please check the request body format. | NEVER
        400 | InvalidParameter                  | Required parameter(prompt) missing or invalid           | NEVER
        400 | InvalidParameter                  | image format error                                      | NEVER
        400 | InvalidParameter                  | download image failed                                   | NEVER
        400 | InvalidParameter                  | Range of n should be [1, 4]                             | NEVER
        400 | InvalidParameter.DataInspection   | Unable to download the media resource                   | NEVER
        400 | InvalidParameter.FileDownload     | download failed                                         | RETRY_ONCE
        200 | BadRequest.InputDownloadFailed    | Failed to download the input file                       | RETRY_ONCE
        400 | DataInspectionFailed              | Input data may contain inappropriate content.           | NEVER
        200 | DataInspectionFailed              | Output data may contain inappropriate content.          | NEVER
        400 | IPInfringementSuspect             | Input data is suspected of being involved in IP infringement. | NEVER
        400 | BadRequest.EmptyInput             | Required input parameter missing                        | NEVER
        400 | BadRequest.EmptyParameters        | Required parameter parameters missing                   | NEVER
        400 | BadRequest.EmptyModel             | Required parameter model missing                        | NEVER
        400 | BadRequest.IllegalInput           | The input parameter requires json format.               | NEVER
        400 | BadRequest.TooLarge               | Payload Too Large                                       | NEVER
        400 | InvalidURL                        | The request URL is invalid                              | NEVER
        400 | InvalidURL.ConnectionRefused      | Connection refused                                      | NEVER
        400 | InvalidURL.Timeout                | Download timed out                                      | RETRY_ONCE
        400 | InvalidImageFormat                | Invalid image format                                    | NEVER
        400 | InvalidImageResolution            | The image resolution is invalid                         | NEVER
        400 | InvalidImage.ImageSize            | The size of image is beyond limit                       | NEVER
        400 | InvalidImage.FileFormat           | Invalid image type                                      | NEVER
        400 | UnsupportedOperation              | Failed to cancel the task                               | NEVER
        400 | Arrearage                         | Access denied, please make sure your account is in good standing. | ACCOUNT
        401 | InvalidApiKey                     | Invalid API-key provided.                               | ACCOUNT
        401 | InvalidApiKey                     | No API-key provided.                                    | ACCOUNT
        403 | AccessDenied                      | current user api does not support synchronous calls.    | NEXT_MODEL
        403 | AccessDenied                      | current user api does not support asynchronous calls.   | NEXT_MODEL
        403 | AccessDenied                      | Access denied.                                          | NEVER
        403 | AccessDenied                      | Policy expired                                          | NEVER
        403 | AccessDenied.Unpurchased          | Access to model denied                                  | ACCOUNT
        403 | Model.AccessDenied                | Model access denied.                                    | ACCOUNT
        403 | Workspace.AccessDenied            | Workspace access denied.                                | ACCOUNT
        403 | AllocationQuota.FreeTierOnly      | The free tier of the model has been exhausted.          | ACCOUNT
        404 | ModelNotFound                     | Model can not be found.                                 | NEXT_MODEL
        404 | NotFound                          | Not found!                                              | NEXT_MODEL
        404 | WorkSpaceNotFound                 | WorkSpace can not be found.                             | NEXT_MODEL
        429 | Throttling                        | Requests throttling triggered.                          | RETRY
        429 | Throttling.RateQuota              | Requests rate limit exceeded, please try again later.   | RETRY
        429 | Throttling.BurstRate              | Request rate increased too quickly                      | RETRY
        429 | Throttling.AllocationQuota        | Allocated quota exceeded, please increase your quota limit. | RETRY
        429 | Throttling.AllocationQuota        | Free allocated quota exceeded.                          | ACCOUNT
        429 | CommodityNotPurchased             | Commodity has not purchased yet.                        | ACCOUNT
        429 | PrepaidBillOverdue                | The prepaid bill is overdue.                            | ACCOUNT
        429 | PostpaidBillOverdue               | The postpaid bill is overdue.                           | ACCOUNT
        500 | InternalError                     | An internal error has occured                           | RETRY_ONCE
        200 | InternalError                     | submit algo service error, Internal server error!       | RETRY_ONCE
        500 | InternalError.Algo                | inference internal error                                | RETRY_ONCE
        200 | InternalError.Timeout             | An internal timeout error has occured during execution  | RETRY_ONCE
        500 | InternalError.Upload              | Failed to upload result.                                | RETRY_ONCE
        500 | InternalError.FileUpload          | oss upload error.                                       | RETRY_ONCE
        500 | SystemError                       | An system error has occured                             | RETRY_ONCE
        500 | ModelServiceFailed                | Failed to request model service.                        | RETRY_ONCE
        500 | RequestTimeOut                    | Request timed out                                       | RETRY_ONCE
        408 | RequestTimeOut                    | Request timed out                                       | RETRY_ONCE
        500 | ResponseTimeout                   | Response timeout                                        | RETRY_ONCE
        503 | ModelServingError                 | Too many requests. Your requests are being throttled due to system capacity limits. | RETRY
        503 | ModelUnavailable                  | Model is unavailable, please try again later.           | RETRY
        """)
    void everyDocumentedErrorHasItsClass(int http, String code, String message, ErrorClass expected) {
        var error = ErrorTable.error(code, message, http, Stage.POLL);

        assertThat(error.errorClass()).isEqualTo(expected);
        assertThat(error.hasOwnCode()).isFalse();
        assertThat(error.hint(Locale.ENGLISH)).isNotBlank().isNotEqualTo(Advice.REPORT.in(Locale.ENGLISH));
        assertThat(error.hint(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @CsvSource({
        "400, Throttling.RateQuota, RETRY",
        "200, Arrearage, ACCOUNT",
        "429, InvalidApiKey, ACCOUNT",
    })
    void theCodeIsLookedAtBeforeTheStatus(int http, String code, ErrorClass expected) {
        assertThat(ErrorTable.error(code, "", http, Stage.SUBMIT).errorClass()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Throttling.Something.New, 400, RETRY",
        "InternalError.Disk, 200, RETRY_ONCE",
        "InvalidImage.Colours, 200, NEVER",
        "AccessDenied.Unpurchased.Region, 403, ACCOUNT",
    })
    void aNewCodeIsTakenForItsFamily(String code, int http, ErrorClass expected) {
        assertThat(ErrorTable.error(code, "", http, Stage.SUBMIT).errorClass()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "200, RETRY_ONCE", "302, NEVER", "400, NEVER", "401, ACCOUNT", "402, ACCOUNT", "403, NEVER", "404, NEXT_MODEL",
        "408, RETRY_ONCE", "413, NEVER", "422, NEVER", "429, RETRY", "500, RETRY_ONCE", "502, RETRY", "503, RETRY",
        "504, RETRY", "529, RETRY_ONCE",
    })
    void anUnknownCodeIsClassedByTheStatus(int http, ErrorClass expected) {
        assertThat(ErrorTable.error("Brand.New", "", http, Stage.SUBMIT).errorClass())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(OwnCode.class)
    void ourOwnErrorsAreMarkedAsOursAndSayWhatToDo(OwnCode code) {
        var error = CloudError.own(code, "why", 0, Stage.SUBMIT);

        assertThat(error.hasOwnCode()).isTrue();
        assertThat(error.hint(Locale.ENGLISH)).isNotBlank();
        assertThat(error.hint(Locale.CHINA)).containsPattern("\\p{IsHan}");
    }

    @Test
    void noRowIsHiddenByAnEarlierOne() {
        assertThat(ErrorTable.ROWS).allSatisfy(row -> {
            String message = row.saying() == null ? "" : row.saying();
            assertThat(ErrorTable.classify(row.code(), message, 200)).isSameAs(row);
        });
    }
}
