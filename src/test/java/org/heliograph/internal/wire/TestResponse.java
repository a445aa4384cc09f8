package org.heliograph.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/**
 * A container's non-blocking response at the network's edge. It insists on what the strictest of
 * them insist on: to be asked before each write and each flush.
 */
final class TestResponse extends ServletOutputStream {
  final Map<String, String> headers = new HashMap<>();
  final ByteArrayOutputStream client = new ByteArrayOutputStream();

  /** What is appended to the type, as containers do; a filter may have set it. */
  String encoding = "";

  AsyncListener asyncListener;
  WriteListener writeListener;

  /** Calls that are taken until it is no longer ready. */
  int room = Integer.MAX_VALUE;

  /** What happens in the middle of each write. */
  Runnable inWrite = () -> {};

  /** How often it was asked whether it is ready. */
  int questions;

  /** What happens once, in the middle of a question. */
  CallBack whenAsked = () -> {};

  IOException failure;

  private final ByteArrayOutputStream unflushed = new ByteArrayOutputStream();
  private boolean asked;
  private byte[] lent;

  AsyncContext async() {
    HttpServletResponse response =
        proxy(
            HttpServletResponse.class,
            (method, arguments) ->
                switch (method) {
                  case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                  case "getContentType" -> headers.get("Content-Type") + encoding;
                  case "setCharacterEncoding" -> {
                    encoding = ";charset=" + arguments[0];
                    yield null;
                  }
                  case "getOutputStream" -> this;
                  default -> throw new AssertionError(method);
                });
    ServletRequest request = proxy(ServletRequest.class, (method, arguments) -> "HTTP/1.1");
    return proxy(
        AsyncContext.class,
        (method, arguments) -> {
          switch (method) {
            case "addListener" -> asyncListener = (AsyncListener) arguments[0];
            case "getRequest" -> {
              return request;
            }
            case "getResponse" -> {
              return response;
            }
            default -> throw new AssertionError(method);
          }
          return null;
        });
  }

  private interface Answer {
    Object to(String method, Object... arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object result = answer.to(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : result;
            }));
  }

  /** A call of the container's. */
  interface CallBack {
    void run() throws IOException;
  }

  @Override
  public boolean isReady() {
    questions++;
    asked = room > 0;
    boolean answer = asked;
    CallBack now = whenAsked;
    whenAsked = () -> {};
    try {
      now.run();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return answer;
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    writeListener = listener;
    try {
      listener.onWritePossible(); // within the call, as Grizzly does
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    use();
    inWrite.run();
    if (room == 0) {
      lent = bytes; // the rest goes out later
    }
    unflushed.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    use();
    unflushed.writeTo(client);
    unflushed.reset();
  }

  private void use() throws IOException {
    if (!asked) {
      throw new IllegalStateException("isReady() was not asked or said no");
    }
    if (failure != null) {
      throw failure;
    }
    asked = false;
    room--;
  }

  /** The buffer of a write after which it was not ready. */
  byte[] lent() {
    return lent;
  }

  /** Takes so many calls again. */
  void ready(int calls) throws IOException {
    room = calls;
    writeListener.onWritePossible();
  }

  String text() {
    return client.toString(UTF_8);
  }

  @Override
  public void write(int b) {
    throw new AssertionError("byte by byte");
  }
}
