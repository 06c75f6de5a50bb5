package org.vgg4j.data.transfer;

/** Hears how a long work goes; called from one thread at a time. */
public interface Progress {

  /** Hears nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void starts(String task, long bytes) {}

        @Override
        public void moved(long bytes) {}
      };

  /**
   * A part of the work begins; the one before it is done.
   *
   * @param task what is done, such as {@code downloading cifar-10-binary.tar.gz}
   * @param bytes how much there is to do
   */
  void starts(String task, long bytes);

  /** Some more bytes are done; negative where work has to be done again. */
  void moved(long bytes);
}
