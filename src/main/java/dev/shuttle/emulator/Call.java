package dev.shuttle.emulator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a client can ask for. */
public enum Call {
    /** A POST below /services/aigc. */
    @JsonProperty("submit")
    SUBMIT,
    /** GET /tasks/{id}. */
    @JsonProperty("poll")
    POLL,
    /** POST /tasks/{id}/cancel. */
    @JsonProperty("cancel")
    CANCEL,
    /** GET /tasks. */
    @JsonProperty("list")
    LIST,
    /** GET /uploads and the POST of the file. */
    @JsonProperty("upload")
    UPLOAD,
    /** GET of a result URL. */
    @JsonProperty("download")
    DOWNLOAD
}
