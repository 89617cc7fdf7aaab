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

    /// <summary>
    /// So long after somebody is blocked, their network address opens no new anonymous chats; zero for no such rule. Others share an
    /// address (a household, an office, a mobile network), so it is kept short; who is signed in at the store, or chats already, is let through.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00", ErrorMessage = "Customers:BlockAddressFor must lie between 00:00:00 and 30.00:00:00.")]
    public TimeSpan BlockAddressFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The country's code of phone numbers that are written without one, such as 44; empty: those are not compared with numbers that have it.</summary>
    [RegularExpression("[1-9][0-9]{0,3}", ErrorMessage = "Customers:CallingCode must be the digits of a country's code, such as 44 or 86.")]
    public string CallingCode { get; set; } = "";

    /// <summary>How soon another node's blocks count here.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:10:00", ErrorMessage = "Customers:BlocklistCheck must lie between 00:00:00.100 and 00:10:00.")]
    public TimeSpan BlocklistCheck { get; set; } = TimeSpan.FromSeconds(2);
}
