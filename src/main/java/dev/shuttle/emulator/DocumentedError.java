package dev.shuttle.emulator;

import java.util.Arrays;
import java.util.Optional;

/** The service's published error codes with a typical message each (help.aliyun.com/zh/model-studio/error-code). */
public enum DocumentedError {
    INVALID_PARAMETER(400, "InvalidParameter", "Required body invalid, please check the request body format."),
    URL_ERROR(400, "InvalidParameter", "url error, please check url！"),
    MODEL_NOT_EXIST(400, "InvalidParameter", "Model not exist."),
    IMAGE_FORMAT(400, "InvalidParameter", "image format error"),
    DOWNLOAD_IMAGE(400, "InvalidParameter", "download image failed"),
    RANGE_OF_N(400, "InvalidParameter", "Range of n should be [1, 4]"),
    INVALID_PARAMETER_DATA_INSPECTION(
            400,
            "InvalidParameter.DataInspection",
            "Unable to download the media resource during the data inspection process."),
    INVALID_PARAMETER_FILE_DOWNLOAD(400, "InvalidParameter.FileDownload", "download image failed"),
    INPUT_DOWNLOAD_FAILED(400, "BadRequest.InputDownloadFailed", "Failed to download the input file."),
    DATA_INSPECTION_FAILED(400, "DataInspectionFailed", "Input data may contain inappropriate content."),
    OUTPUT_INSPECTION_FAILED(400, "DataInspectionFailed", "Output data may contain inappropriate content."),
    IP_INFRINGEMENT(400, "IPInfringementSuspect", "Input data is suspected of being involved in IP infringement."),
    EMPTY_INPUT(400, "BadRequest.EmptyInput", "Required input parameter missing from request."),
    EMPTY_PARAMETERS(400, "BadRequest.EmptyParameters", "Required parameter \"parameters\" missing from request."),
    EMPTY_MODEL(400, "BadRequest.EmptyModel", "Required parameter \"model\" missing from request."),
    ILLEGAL_INPUT(400, "BadRequest.IllegalInput", "The input parameter requires json format."),
    TOO_LARGE(400, "BadRequest.TooLarge", "Payload Too Large"),
    INVALID_URL(400, "InvalidURL", "The request URL is invalid, please check the request URL is available."),
    INVALID_URL_REFUSED(400, "InvalidURL.ConnectionRefused", "Connection refused by the given URL."),
    INVALID_URL_TIMEOUT(400, "InvalidURL.Timeout", "Download the media resource timed out."),
    INVALID_IMAGE_FORMAT(400, "InvalidImageFormat", "The image format is invalid."),
    INVALID_IMAGE_RESOLUTION(400, "InvalidImageResolution", "The image resolution is invalid."),
    INVALID_IMAGE_SIZE(400, "InvalidImage.ImageSize", "The size of image is beyond limit."),
    INVALID_FILE_FORMAT(
            400, "InvalidImage.FileFormat", "Invalid image type, please ensure the uploaded file is an image."),
    UNSUPPORTED_OPERATION(
            400, "UnsupportedOperation", "Failed to cancel the task, please confirm if the task is in PENDING status."),
    ARREARAGE(400, "Arrearage", "Access denied, please make sure your account is in good standing."),
    INVALID_API_KEY(401, "InvalidApiKey", "Invalid API-key provided."),
    NO_API_KEY(401, "InvalidApiKey", "No API-key provided."),
    NO_SYNCHRONOUS_CALLS(403, "AccessDenied", "current user api does not support synchronous calls."),
    NO_ASYNCHRONOUS_CALLS(403, "AccessDenied", "current user api does not support asynchronous calls."),
    ACCESS_DENIED(403, "AccessDenied", "Access denied."),
    POLICY_EXPIRED(403, "AccessDenied", "Policy expired"),
    UNPURCHASED(
            403,
            "AccessDenied.Unpurchased",
            "Access to model denied. Please make sure you are eligible for using the model."),
    MODEL_ACCESS_DENIED(403, "Model.AccessDenied", "Model access denied."),
    WORKSPACE_ACCESS_DENIED(403, "Workspace.AccessDenied", "Workspace access denied."),
    FREE_TIER_ONLY(
            403,
            "AllocationQuota.FreeTierOnly",
            "The free tier of the model has been exhausted. If you wish to continue access the model on a paid basis,"
                    + " please disable the \"use free tier only\" mode in the management console."),
    MODEL_NOT_FOUND(404, "ModelNotFound", "Model can not be found."),
    NOT_FOUND(404, "NotFound", "Not found."),
    WORKSPACE_NOT_FOUND(404, "WorkSpaceNotFound", "WorkSpace can not be found."),
    THROTTLING(429, "Throttling", "Requests throttling triggered."),
    THROTTLING_RATE_QUOTA(429, "Throttling.RateQuota", "Requests rate limit exceeded, please try again later."),
    THROTTLING_BURST_RATE(
            429,
            "Throttling.BurstRate",
            "Request rate increased too quickly. To ensure system stability, please adjust your client logic to scale"
                    + " requests more smoothly over time."),
    THROTTLING_ALLOCATION_QUOTA(
            429, "Throttling.AllocationQuota", "Allocated quota exceeded, please increase your quota limit."),
    FREE_QUOTA(429, "Throttling.AllocationQuota", "Free allocated quota exceeded."),
    COMMODITY_NOT_PURCHASED(429, "CommodityNotPurchased", "Commodity has not purchased yet."),
    PREPAID_OVERDUE(429, "PrepaidBillOverdue", "The prepaid bill is overdue."),
    POSTPAID_OVERDUE(429, "PostpaidBillOverdue", "The postpaid bill is overdue."),
    INTERNAL_ERROR(
            500, "InternalError", "An internal error has occured, please try again later or contact service support."),
    /** What the algorithm's backend says to input that it cannot take. */
    SUBMIT_ALGO_SERVICE(500, "InternalError", "submit algo service error, Internal server error!"),
    INTERNAL_ALGO(500, "InternalError.Algo", "inference internal error"),
    INTERNAL_TIMEOUT(
            500,
            "InternalError.Timeout",
            "An internal timeout error has occured during execution, please try again later or contact service"
                    + " support."),
    INTERNAL_UPLOAD(500, "InternalError.Upload", "Failed to upload result."),
    INTERNAL_FILE_UPLOAD(500, "InternalError.FileUpload", "oss upload error."),
    SYSTEM_ERROR(500, "SystemError", "An system error has occured, please try again later."),
    MODEL_SERVICE_FAILED(500, "ModelServiceFailed", "Failed to request model service."),
    REQUEST_TIMEOUT(500, "RequestTimeOut", "Request timed out, please try again later."),
    RESPONSE_TIMEOUT(500, "ResponseTimeout", "Response timeout!"),
    MODEL_SERVING_ERROR(
            503,
            "ModelServingError",
            "Too many requests. Your requests are being throttled due to system capacity limits. Please try again"
                    + " later."),
    MODEL_UNAVAILABLE(503, "ModelUnavailable", "Model is unavailable, please try again later.");

    private final int status;
    private final String code;
    private final String message;

    DocumentedError(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    /** The HTTP status it has at a submit. */
    public int status() {
        return status;
    }

    /** The service's code. */
    public String code() {
        return code;
    }

    /** The service's message. */
    public String message() {
        return message;
    }

    /** The first row of this code. */
    public static Optional<DocumentedError> ofCode(String code) {
        return Arrays.stream(values()).filter(error -> error.code.equals(code)).findFirst();
    }
}
