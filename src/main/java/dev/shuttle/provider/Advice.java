package dev.shuttle.provider;

import java.util.Locale;

/**
 * What a person can do about an error, in the report's two languages. The texts are DashScope's; {@link #of} makes another provider's of them.
 *
 * @param english for all locales but Chinese ones
 * @param chinese for those
 */
public record Advice(String english, String chinese) {
    public static final Advice CHECK_KEY = new Advice(
            "Check the API key: copied whole, without blanks, and issued in the region of dashscope.base-url.",
            "请检查 API Key：是否完整复制、无空格，且与 dashscope.base-url 属于同一地域。");
    public static final Advice SETTLE_ACCOUNT = new Advice(
            "Open the Model Studio console: pay the bill or buy the service, then resume.", "请登录百炼控制台：结清账单或开通服务后再继续。");
    public static final Advice OPEN_MODEL = new Advice(
            "Open the model for this account or workspace in the Model Studio console (or turn off \"free tier only\").",
            "请在百炼控制台为该账号或业务空间开通此模型（或关闭“仅使用免费额度”）。");
    public static final Advice OTHER_MODEL = new Advice(
            "Check dashscope.models: this model name does not work here; the next model is tried.",
            "请检查 dashscope.models：此模型名在该地址不可用；将尝试下一个模型。");
    public static final Advice OTHER_PICTURE = new Advice(
            "The service's content check refused the picture or the result; it is not sent again. Use another picture or the local road.",
            "内容审核未通过（输入或输出）；不会再次提交。请更换图片或使用本地转换。");
    public static final Advice CHECK_REQUEST = new Advice(
            "The service refused the request's form; send the request id to the vendor's support or use the local road.",
            "服务拒绝了请求格式；请将 request id 提交给厂商支持，或使用本地转换。");
    public static final Advice CHECK_PICTURE = new Advice(
            "The service could not use the picture: check that it opens, and its size and proportions.",
            "服务无法使用该图片：请确认图片可以打开，并检查尺寸与比例。");
    public static final Advice CHECK_INPUT = new Advice(
            "The service failed on this input; most often the prompt or the picture is the cause. Shorten the prompt or try another picture.",
            "服务处理该输入时出错，多由提示词或图片引起。请缩短提示词或更换图片后再试。");
    public static final Advice WAIT = new Advice(
            "The service is busy or its rate limit is reached; it is asked again by itself. Lower dashscope.submit-rate if this lasts.",
            "服务繁忙或触发限流，系统会自动重试。若持续出现，请调低 dashscope.submit-rate。");
    public static final Advice CANCEL_TOO_LATE = new Advice(
            "Only a waiting task can be canceled; this one is already being processed.", "仅排队中的任务可以取消；该任务已开始处理。");
    public static final Advice CHECK_NETWORK = new Advice(
            "The service cannot be reached: check network, proxy and dashscope.base-url.",
            "无法连接服务：请检查网络、代理与 dashscope.base-url。");
    public static final Advice LOOK_UP = new Advice(
            "Nobody knows whether the service took the request; the task list is searched before anything is sent again.",
            "无法确认服务是否已受理；再次提交前会先查询任务列表，避免重复计费。");
    public static final Advice CHECK_ADDRESS = new Advice(
            "This does not look like DashScope's answer: check dashscope.base-url (it includes /api/v1) and any proxy in between.",
            "返回内容不是 DashScope 的应答：请检查 dashscope.base-url（应包含 /api/v1）以及中间的代理。");
    public static final Advice CHECK_RESULT_HOST = new Advice(
            "The result lies on a host that is not allowed; if you trust it, name it in dashscope.result-hosts.",
            "结果图片所在主机不在允许列表内；如确认可信，请加入 dashscope.result-hosts。");
    public static final Advice RAISE_RESULT_LIMIT = new Advice(
            "The result is larger than dashscope.max-result-size allows.", "结果图片超过 dashscope.max-result-size 的限制。");
    public static final Advice RESULT_GONE = new Advice(
            "Results are kept for 24 hours; this one can no longer be fetched. Retry the job.",
            "结果仅保留 24 小时，现已无法下载。请重新提交该任务。");
    public static final Advice RESULT_BROKEN =
            new Advice("What came back is not a whole picture; the local road is taken.", "返回的不是完整图片；将改用本地转换。");
    public static final Advice MORE_MEMORY = new Advice(
            "The program ran short of memory; nothing is wrong with the service. Give it more (-Xmx) or lower shuttle.concurrency.",
            "程序内存不足，服务本身没有问题。请增大内存（-Xmx）或调低 shuttle.concurrency。");
    public static final Advice STOPPED =
            new Advice("The program is stopping; the job goes on after the next start.", "程序正在停止；下次启动后任务会继续。");
    public static final Advice REPORT = new Advice(
            "An error we do not know; see its message and give the request id to the vendor's support.",
            "未知错误；请查看错误信息，并将 request id 提交给厂商支持。");

    /** The same, naming another provider's keys. */
    public Advice of(String provider) {
        return new Advice(
                english.replace("dashscope.", provider + ".").replace("DashScope", provider),
                chinese.replace("dashscope.", provider + ".").replace("DashScope", provider));
    }

    /** In Chinese for a Chinese locale, else in English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
    }
}
