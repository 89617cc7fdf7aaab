using System.ComponentModel.DataAnnotations;

namespace SupportBot.Customers;

internal sealed class CustomerOptions
{
    public const string Section = "Customers";

    /// <summary>
    /// Who was erased, so that a restored backup is erased again. Relative to the data folder. Keep it out of the backups of the
    /// database, or on another disk: it holds ids and nothing else.
    /// </summary>
    [Required(ErrorMessage = "Customers:ErasuresFile is empty. Name a file, e.g. erasures.jsonl.")]
    public string ErasuresFile { get; set; } = "erasures.jsonl";

    /// <summary>How soon another node's blocks count here.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00", ErrorMessage = "Customers:BlocklistCheck must lie between 00:00:00.100 and 00:10:00.")]
    public TimeSpan BlocklistCheck { get; set; } = TimeSpan.FromSeconds(2);
}
