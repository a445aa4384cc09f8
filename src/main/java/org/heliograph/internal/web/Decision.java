package org.heliograph.internal.web;

import java.util.Map;

/** What becomes of a request to the endpoint. */
public sealed interface Decision {
  /** The name of the request's attribute that holds a decision to go on. */
  String ATTRIBUTE = Decision.class.getName();

  /** {@return the headers for pages of other origins, which whatever is answered has} */
  Map<String, String> headers();

  /**
   * The request is answered at once, without asking who has sent it.
   *
   * @param headers for pages of other origins
   * @param answer the answer
   */
  record AnswerNow(Map<String, String> headers, Answer answer) implements Decision {}

  /** The request goes on to the JAX-RS resource behind the endpoint. */
  sealed interface GoOn extends Decision {
    /** {@return the path of the resource's method below its application, with a leading slash} */
    String target();

    /** {@return the parameters of the request} */
    Query query();
  }

  /**
   * The request asks for a stream.
   *
   * @param headers for pages of other origins
   * @param target the path of the resource's method
   * @param query the parameters of the request
   */
  record OpenStream(Map<String, String> headers, String target, Query query) implements GoOn {}

  /**
   * The request changes the channels of an open stream.
   *
   * @param headers for pages of other origins
   * @param target the path of the resource's method
   * @param query the parameters of the request
   * @param client the id of the stream's client, as the request has it
   */
  record ChangeChannels(Map<String, String> headers, String target, Query query, String client)
      implements GoOn {}

  /**
   * The request is for the console, and nobody has looked yet whether its caller may use that.
   *
   * @param headers for pages of other origins: none
   * @param target the path of the resource's method
   * @param query the parameters of the request
   */
  record UseConsole(Map<String, String> headers, String target, Query query) implements GoOn {}
}
