using System.ComponentModel.DataAnnotations;

namespace SupportBot.Channels.DirectLine;

internal sealed class DirectLineOptions
{
    public const string Section = "DirectLine";

    /// <summary>Master keys of all conversations, for the store's own server. Empty: one is made at first start (command <c>secret</c> shows it).</summary>
    public IList<string> Secrets { get; } = [];

    [Range(typeof(TimeSpan), "00:16:00", "1.00:00:00", ErrorMessage = "DirectLine:TokenLifetime must lie between 00:16:00 and 1.00:00:00: clients refresh only every 15 minutes.")]
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a stream URL may be used to connect.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00", ErrorMessage = "DirectLine:StreamUrlLifetime must lie between 00:00:05 and 00:10:00.")]
    public TimeSpan StreamUrlLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Empty frames sent to keep a quiet socket open; also repairs a lost wake-up.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "DirectLine:KeepAlive must lie between 00:00:01 and 00:05:00.")]
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>A socket that does not take what is sent for this long is closed; its client resumes from its watermark.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "DirectLine:SendTimeout must lie between 00:00:01 and 00:05:00.")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    [Range(1, 1_000, ErrorMessage = "DirectLine:MaxSocketsPerConversation must lie between 1 and 1000.")]
    public int MaxSocketsPerConversation { get; set; } = 32;

    [Range(1_024, 100 * 1024 * 1024, ErrorMessage = "DirectLine:MaxUploadBytes must lie between 1024 and 104857600 (100 MB).")]
    public int MaxUploadBytes { get; set; } = 10 * 1024 * 1024;

    [Range(1, 50, ErrorMessage = "DirectLine:MaxFilesPerUpload must lie between 1 and 50.")]
    public int MaxFilesPerUpload { get; set; } = 10;

    /// <summary>Origins of the pages that may talk to us, e.g. https://www.example.com. Empty: any page, which is safe because no cookie is used.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    public bool Allows(string? origin) =>
        string.IsNullOrEmpty(origin) || AllowedOrigins.Count == 0 || AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
