package org.stylecodes.style;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stylecodes.Provenance;

class ProvenanceJsonTest {
    @Test
    void fieldsOfTrainingAreRead() throws JsonProcessingException {
        assertEquals(
                new Provenance(
                        "scenes",
                        "Apache-2.0",
                        List.of(new Provenance.Stage(
                                "vae",
                                9007199254740993L,
                                2500L,
                                8,
                                959.5,
                                "0.1.0",
                                "Settings[crop=64]",
                                Map.of("plan.rate", "0.002", "plan.steps", "2600"))),
                        Map.of()),
                read("""
                        {"licence": "Apache-2.0", "data": "scenes",
                         "vae": {"stage": "vae", "plan": {"seed": 9007199254740993, "steps": 2600, "batch": 8, "rate": 0.002},
                                 "steps": 2500, "seconds": 959.5, "settings": "Settings[crop=64]", "trainer": "0.1.0"}}"""));
    }

    @Test
    void otherFieldsAreKeptAsText() throws JsonProcessingException {
        assertEquals(
                new Provenance(
                        null,
                        null,
                        List.of(new Provenance.Stage(
                                "style",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Map.of("plan.seed", "any", "steps", "many"))),
                        Map.of("data", "[\"a\",\"b\"]", "base.name", "another", "year", "2026")),
                read("""
                        {"data": ["a", "b"], "base": {"name": "another"}, "year": 2026,
                         "style": {"plan": {"seed": "any"}, "steps": "many"}}"""));
    }

    @Test
    void anEmptyObjectIsUnknown() throws JsonProcessingException {
        assertEquals(Provenance.UNKNOWN, read("{}"));
    }

    private static Provenance read(String json) throws JsonProcessingException {
        return ProvenanceJson.read((ObjectNode) new ObjectMapper().readTree(json));
    }
}
