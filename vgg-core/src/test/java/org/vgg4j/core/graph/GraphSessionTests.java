package org.vgg4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.math.Add;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

class GraphSessionTests {
  private final GraphSession session = GraphSession.on(Device.cpu());

  @AfterEach
  void nothingStaysOpen() {
    assertThat(session.openTensors()).isZero();
    session.close();
  }

  @Test
  void javaArraysGoInAndComeOutInRowMajorOrder() {
    Placeholder<TFloat32> input = session.ops().placeholder(TFloat32.class);
    Add<TFloat32> sum = session.ops().math.add(input, session.ops().constant(1f));
    Fetched fetched =
        session.call().feed(input, new float[] {1, 2, 3, 4, 5, 6}, 2, 3).fetch(sum).run();
    assertThat(fetched.floats(sum)).containsExactly(2, 3, 4, 5, 6, 7);
    assertThat(fetched.shape(sum)).containsExactly(2, 3);
  }

  @Test
  void bytesKeepTheirBits() {
    Placeholder<TUint8> input = session.ops().placeholder(TUint8.class);
    var same = session.ops().identity(input);
    byte[] pixels = {0, 1, 127, (byte) 128, (byte) 255};
    assertThat(session.call().feed(input, pixels, 5).fetch(same).run().bytes(same))
        .isEqualTo(pixels);
  }

  @Test
  void aFailedCallLeavesNothingOpen() {
    Placeholder<TString> content = session.ops().placeholder(TString.class);
    var image = session.ops().image.decodeJpeg(content);
    assertThatThrownBy(
            () -> session.call().feedContent(content, new byte[] {1, 2}).fetch(image).run())
        .hasMessageContaining("JPEG");
  }

  @Test
  void aCallCanBeMadeFromSeveralThreads() throws InterruptedException {
    Placeholder<TFloat32> input = session.ops().placeholder(TFloat32.class);
    var twice = session.ops().math.mul(input, session.ops().constant(2f));
    float[] results = new float[8];
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      int value = i;
      threads[i] =
          new Thread(
              () ->
                  results[value] =
                      session.call().feed(input, (float) value).fetch(twice).run().scalar(twice));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(results).containsExactly(0, 2, 4, 6, 8, 10, 12, 14);
  }
}
