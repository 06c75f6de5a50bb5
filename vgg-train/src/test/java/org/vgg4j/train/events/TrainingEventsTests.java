package org.vgg4j.train.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.HistogramProto;
import org.tensorflow.proto.SessionLog.SessionStatus;
import org.tensorflow.proto.Summary;
import org.vgg4j.train.EpochSummary;
import org.vgg4j.train.TrainingListener.Step;

class TrainingEventsTests {
  private static final int STEPS = 25;

  @TempDir private Path folder;

  private TrainingEvents events(int second) {
    return new TrainingEvents(folder, Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
  }

  private static void train(TrainingEvents events, int epoch, int firstStep) {
    for (int number = firstStep; number < STEPS; number++) {
      events.stepDone(new Step(epoch, number, STEPS, 7 - epoch, 100));
    }
    long iterations = (epoch + 1L) * STEPS;
    events.epochDone(
        new EpochSummary(
            epoch, iterations, 0.01, 2.5, 60, 50, 20, 123, 0.25, 7, 0.5, Map.of("fc8", 0.125)));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Reads a file with other code than wrote it: Guava's checksum, and TensorFlow's messages. */
  private static List<Event> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = new byte[8];
      bytes.get(bytes.position(), length);
      byte[] data = new byte[Math.toIntExact(bytes.getLong())];
      assertThat(bytes.getInt()).isEqualTo(masked(length));
      bytes.get(data);
      assertThat(bytes.getInt()).isEqualTo(masked(data));
      events.add(Event.parseFrom(data));
    }
    return events;
  }

  private static int masked(byte[] data) {
    int crc = Hashing.crc32c().hashBytes(data).asInt();
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  @Test
  void aFileBeginsWithItsVersionAndTheStartOfTheSession() throws IOException {
    try (TrainingEvents events = events(1)) {
      train(events, 0, 0);
    }
    assertThat(files()).singleElement().asString().contains("events.out.tfevents.0000000001.");
    List<Event> read = read(files().get(0));
    assertThat(read.get(0).getFileVersion()).isEqualTo("brain.Event:2");
    assertThat(read.get(1).getSessionLog().getStatus()).isEqualTo(SessionStatus.START);
    assertThat(read.get(1).getStep()).isEqualTo(1);
    assertThat(read).allSatisfy(event -> assertThat(event.getWallTime()).isEqualTo(1));
  }

  @Test
  void theLossIsToldWithinAnEpochAndEverythingAtItsEnd() throws IOException {
    try (TrainingEvents events = events(1)) {
      train(events, 0, 0);
      train(events, 1, 0);
    }
    List<Event> read = read(files().get(0));
    assertThat(read.stream().skip(2).map(Event::getStep))
        .containsExactly(10L, 20L, 25L, 30L, 40L, 50L, 50L);
    Summary epoch = read.get(4).getSummary();
    assertThat(epoch.getValueList().stream().map(Summary.Value::getTag))
        .containsExactly(
            "gradients/fc8",
            "loss/weight-decay",
            "loss/cross-entropy",
            "error/train",
            "error/top-1",
            "error/top-5",
            "rate/learning-rate",
            "speed/images per second",
            "speed/data wait");
    assertThat(epoch.getValueList().stream().map(Summary.Value::getSimpleValue))
        .containsExactly(0.125f, 0.5f, 2.5f, 60f, 50f, 20f, 0.01f, 123f, 0.25f);
  }

  @Test
  void aTrainingThatGoesOnMarksItsFirstStepSoThatWhatWasDoneTwiceIsForgotten() throws IOException {
    TrainingEvents killed = events(1);
    train(killed, 0, 0);
    killed.stepDone(new Step(1, 0, STEPS, 6, 100));
    try (TrainingEvents resumed = events(2)) {
      train(resumed, 1, 0);
    }
    killed.close();
    assertThat(files()).hasSize(2);
    assertThat(read(files().get(1)).get(1).getStep()).isEqualTo(STEPS + 1);
  }

  @Test
  void aTrainingThatGoesOnWithinAnEpochMarksThatStep() throws IOException {
    try (TrainingEvents resumed = events(2)) {
      train(resumed, 1, 13);
    }
    assertThat(read(files().get(0)).get(1).getStep()).isEqualTo(STEPS + 14);
  }

  @Test
  void nothingIsWrittenBeforeTheFirstStep() throws IOException {
    events(1).close();
    assertThat(files()).isEmpty();
  }

  @Test
  void aHistogramCountsEveryFiniteValue() throws IOException {
    float[] values = {-2, -1e-3f, 0, 1e-3f, 1e-3f, 5, Float.NaN};
    try (TrainingEvents events = events(1)) {
      train(events, 0, 0);
      events.values("fc8/weights", values);
    }
    List<Event> read = read(files().get(0));
    Event last = read.get(read.size() - 1);
    assertThat(last.getStep()).isEqualTo(STEPS);
    assertThat(last.getSummary().getValue(0).getTag()).isEqualTo("fc8/weights");
    HistogramProto histogram = last.getSummary().getValue(0).getHisto();
    assertThat(histogram.getNum()).isEqualTo(6);
    assertThat(histogram.getMin()).isEqualTo(-2);
    assertThat(histogram.getMax()).isEqualTo(5);
    assertThat(histogram.getBucketList()).hasSameSizeAs(histogram.getBucketLimitList());
    assertThat(histogram.getBucketList().stream().mapToDouble(Double::doubleValue).sum())
        .isEqualTo(6);
    assertThat(countBelow(histogram, -1)).isEqualTo(1);
    assertThat(countBelow(histogram, 0)).isEqualTo(2);
    assertThat(countBelow(histogram, 1)).isEqualTo(5);
  }

  private static double countBelow(HistogramProto histogram, double value) {
    double count = 0;
    for (int i = 0; i < histogram.getBucketCount(); i++) {
      count += histogram.getBucketLimit(i) <= value ? histogram.getBucket(i) : 0;
    }
    return count;
  }
}
