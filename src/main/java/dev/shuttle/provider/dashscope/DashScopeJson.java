package dev.shuttle.provider.dashscope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The service's JSON: how it is written, and how much of it is read. Routes marshal and unmarshal by it. */
public final class DashScopeJson {
    /** A tree takes many times its text, so what it is made of is bounded, too: an answer of 4 MB could fill the heap. */
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxTokenCount(200_000)
                    .maxNameLength(1000)
                    .maxNumberLength(100)
                    .build())
            .build());

    private DashScopeJson() {}

    /** The one mapper of the client and its routes. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }
}
