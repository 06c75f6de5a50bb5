package org.vgg4j.core.graph;

import java.util.concurrent.atomic.AtomicInteger;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/**
 * A graph and the session that runs it: the one door to native memory. Java arrays go in and come
 * out through {@link #call()}; tensors live only while a call runs. Build the graph through {@link
 * #ops()}, then call; calls from several threads are safe.
 */
public final class GraphSession implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Session session;
  private final Ops ops = Ops.create(graph);
  private final AtomicInteger openTensors = new AtomicInteger();

  private GraphSession(ConfigProto configuration) {
    this.session = new Session(graph, configuration);
  }

  /** A session for heavy work: its operations share the device's threads. */
  public static GraphSession on(Device device) {
    return new GraphSession(device.pooled());
  }

  /** A session for light work, such as decoding, that many Java threads call at once. */
  public static GraphSession inCallingThread(Device device) {
    return new GraphSession(device.inCallingThread());
  }

  /** The version of the native TensorFlow library. */
  public static String tensorFlowVersion() {
    return TensorFlow.version();
  }

  /** Adds operations to the graph. */
  public Ops ops() {
    return ops;
  }

  /** A new call: feed, fetch, run. */
  public Call call() {
    return new Call(session.runner(), openTensors);
  }

  /** Tensors that a running call holds at this moment; zero between calls. */
  public int openTensors() {
    return openTensors.get();
  }

  Graph graph() {
    return graph;
  }

  Session session() {
    return session;
  }

  /** Frees the session, then the graph; a graph waits for its open sessions. */
  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
