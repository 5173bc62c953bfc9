package dev.shuttle.emulator;

import java.util.List;

/** What nobody outside Alibaba knows without a paid call, and what the emulator does instead. */
final class Unknowns {
    static final List<String> LIST = List.of(
            "the messages of wanx2.1-imageedit for bad input other than the bare InternalError: ours begin with [emulator]",
            "how many tasks may wait: here any number",
            "whether a 429 carries Retry-After: here none, unless a fault adds one",
            "whether 10 MB counts before or after base64: here the base64 text counts",
            "the storage's exact error bodies, and what it does with a leaked Authorization header: here 400",
            "the real picture: here a local filter's, marked EMULATED");

    private Unknowns() {}
}
