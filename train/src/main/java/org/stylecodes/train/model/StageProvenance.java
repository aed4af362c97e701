package org.stylecodes.train.model;

import org.stylecodes.train.config.TrainingPlan;

/**
 * How the weights of a stage were trained; an entry of {@code provenance.json}.
 *
 * @param stage the stage's name
 * @param settings the settings of the stage, and its training data
 * @param plan the schedule of the training
 * @param steps the number of optimizer steps taken
 * @param seconds the time spent in these steps
 * @param trainer the version of this program
 */
public record StageProvenance(
        String stage, String settings, TrainingPlan plan, long steps, double seconds, String trainer) {}
