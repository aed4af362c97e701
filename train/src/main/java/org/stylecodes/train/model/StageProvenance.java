package org.stylecodes.train.model;

import org.stylecodes.train.config.TrainingPlan;

/**
 * How the weights of a stage came to be, as it stands in {@code provenance.json}.
 *
 * @param stage the stage's name
 * @param settings what the stage learned from, and its settings
 * @param plan how long and how fast it trained
 * @param steps optimizer steps taken
 * @param seconds the time spent in them
 * @param trainer the version of this program
 */
public record StageProvenance(
        String stage, String settings, TrainingPlan plan, long steps, double seconds, String trainer) {}
