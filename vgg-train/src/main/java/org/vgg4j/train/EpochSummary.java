package org.vgg4j.train;

import java.util.Map;

/**
 * One line of the journal.
 *
 * @param epoch number of the epoch, from 0
 * @param iterations SGD steps since training began, those of this epoch included
 * @param rate learning rate of the epoch
 * @param loss mean cross-entropy over the epoch, as each step saw it, without weight decay
 * @param trainError training images misclassified as each step saw them, in percent
 * @param validationTop1 top-1 validation error in percent
 * @param validationTop5 top-5 validation error in percent
 * @param imagesPerSecond training images over training time
 * @param dataWait share of the training time spent waiting for data, 0 to 1
 * @param seconds training and validation
 * @param weightDecayLoss what weight decay adds to the loss after the epoch
 * @param gradientScales root mean square of the gradient of each layer's weights, on the first
 *     micro-batch of the epoch's last step, after that step
 */
public record EpochSummary(
    int epoch,
    long iterations,
    double rate,
    double loss,
    double trainError,
    double validationTop1,
    double validationTop5,
    double imagesPerSecond,
    double dataWait,
    double seconds,
    double weightDecayLoss,
    Map<String, Double> gradientScales) {

  /** The summary of an epoch whose steps are done. */
  static EpochSummary of(TrainingState trained, EpochMeter meter, Validation.Errors errors) {
    return new EpochSummary(
        trained.epochsDone(),
        trained.iterations(),
        trained.schedule().rate(),
        meter.loss(),
        meter.error(),
        errors.top1(),
        errors.top5(),
        meter.imagesPerSecond(),
        meter.dataWait(),
        meter.seconds(),
        trained.layers().weightDecayLoss(),
        trained.layers().gradientScales());
  }
}
