package dev.shuttle.emulator;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a fault applies: at the {@code from}-th to {@code to}-th call that meets every other condition, counted since the
 * rule was added; polls, cancels and downloads are counted for each task by itself.
 *
 * @param from first call concerned, from 1; 0 means 1
 * @param to last call concerned; 0 means every later one
 * @param model only calls about this model; null: any
 * @param pictureSha256 only calls about this picture (sha256 of the file's bytes, lower-case hex); null: any
 * @param accepted only calls about the n-th accepted submit (at a submit: the one that would become it); null: any
 */
public record When(
        Call call,
        int from,
        int to,
        @Nullable String model,
        @Nullable String pictureSha256,
        @Nullable Integer accepted) {

    /** Fills in the range. */
    public When {
        Objects.requireNonNull(call, "call");
        from = Math.max(1, from);
        to = to == 0 ? Integer.MAX_VALUE : to;
    }

    /** At every call of this kind. */
    public static When every(Call call) {
        return new When(call, 1, 0, null, null, null);
    }

    /** At the n-th call of this kind only. */
    public static When nth(Call call, int n) {
        return every(call).between(n, n);
    }

    /** At the first n calls of this kind. */
    public static When first(Call call, int n) {
        return every(call).between(1, n);
    }

    /** The same, from the first to the last of these, both included. */
    public When between(int first, int last) {
        return new When(call, first, last, model, pictureSha256, accepted);
    }

    /** The same for one model only. */
    public When ofModel(String name) {
        return new When(call, from, to, name, pictureSha256, accepted);
    }

    /** The same for one picture only. */
    public When ofPicture(String sha256) {
        return new When(call, from, to, model, sha256, accepted);
    }

    /** The same for the n-th accepted submit only. */
    public When ofAccepted(int n) {
        return new When(call, from, to, model, pictureSha256, n);
    }

    boolean covers(int count) {
        return count >= from && count <= to;
    }

    boolean concerns(Occasion occasion) {
        return call == occasion.call()
                && (model == null || model.equals(occasion.model()))
                && (pictureSha256 == null || pictureSha256.equals(occasion.pictureSha256()))
                && (accepted == null || accepted.equals(occasion.accepted()));
    }
}
