package dev.shuttle.emulator;

import dev.shuttle.emulator.http.Answer;
import java.util.Locale;
import java.util.UUID;

/** The storage's errors, in XML. */
final class OssError {
    private OssError() {}

    static Answer answer(Refusal refusal) {
        String requestId =
                UUID.randomUUID().toString().replace("-", "").substring(0, 24).toUpperCase(Locale.ROOT);
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error>
                  <Code>%s</Code>
                  <Message>%s</Message>
                  <RequestId>%s</RequestId>
                  <HostId>127.0.0.1</HostId>
                </Error>
                """.formatted(refusal.code(), escaped(refusal.message()), requestId);
        int status = refusal.status() != 0 ? refusal.status() : refusal.code().equals("NoSuchKey") ? 404 : 403;
        return Answer.of(status, "application/xml", xml).with("x-oss-request-id", requestId);
    }

    static Answer denied(String message) {
        return answer(new Refusal(403, "AccessDenied", message));
    }

    static Answer signature() {
        return answer(new Refusal(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided. Check your key and"
                        + " signing method."));
    }

    static Answer notFound() {
        return answer(new Refusal(404, "NoSuchKey", "The specified key does not exist."));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
