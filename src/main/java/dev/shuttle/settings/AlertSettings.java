package dev.shuttle.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What operators are alerted to, and where.
 *
 * @param webhook where alerts are posted; a secret, for whoever knows it can post there. Null: nowhere
 * @param template the body's template, instead of the format's; null: none
 * @param secret what a robot's messages are signed with; null: they are not
 * @param gather how long failed jobs are gathered for one message
 * @param repeat after how long an event that lasts is reported again
 * @param roomLow bytes; with less left on a disk there is an alert
 */
public record AlertSettings(
        @Nullable Secret webhook,
        Format format,
        @Nullable Path template,
        @Nullable Secret secret,
        Duration gather,
        Duration repeat,
        long roomLow) {

    /** Who understands the body. */
    public enum Format {
        /** A program of your own. */
        JSON,
        /** DingTalk's robots 钉钉. */
        DINGTALK,
        /** WeCom's robots 企业微信. */
        WECOM,
        /** Feishu's and Lark's robots 飞书. */
        FEISHU,
        /** Slack's incoming webhooks. */
        SLACK
    }

    static AlertSettings read(Values values) {
        Secret webhook = values.secret("shuttle.alert.webhook");
        Format format = values.choice("shuttle.alert.format", Format.class);
        Secret secret = values.secret("shuttle.alert.secret");
        if (webhook != null && !isAddress(webhook)) {
            values.problem("shuttle.alert.webhook", "…", "must be an http or https address, without a user in it");
        }
        if (secret != null && format != Format.DINGTALK && format != Format.FEISHU) {
            values.problem("shuttle.alert.secret", "…", "signs for shuttle.alert.format=dingtalk or feishu only");
        }
        boolean hasTemplate = values.optional("shuttle.alert.template").isPresent();
        return new AlertSettings(
                webhook,
                format,
                hasTemplate ? values.file("shuttle.alert.template") : null,
                secret,
                values.duration("shuttle.alert.gather"),
                values.duration("shuttle.alert.repeat"),
                values.bytes("shuttle.management.room-low"));
    }

    private static boolean isAddress(Secret webhook) {
        try {
            URI uri = URI.create(webhook.get());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Scheme, host and port, which are no secret; of an unreachable address where nothing is set. */
    public String host() {
        if (webhook == null) {
            return "http://localhost";
        }
        URI uri = URI.create(webhook.get());
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** The same without a webhook. */
    AlertSettings unposted() {
        return new AlertSettings(null, format, null, null, gather, repeat, roomLow);
    }
}
