using System.ComponentModel.DataAnnotations;
using SupportBot.Dialogs.Persons;

namespace SupportBot.Channels;

/// <summary>When the bot brings a person by itself.</summary>
internal sealed class HandoffOptions
{
    public const string Section = "Handoff";

    /// <summary>After so many messages in a row that were not understood; 0 never.</summary>
    [Range(0, 20, ErrorMessage = "Handoff:AfterMisses must lie between 0 (never) and 20.")]
    public int AfterMisses { get; set; } = 2;

    /// <summary>The same for the store's preferred customers.</summary>
    [Range(0, 20, ErrorMessage = "Handoff:AfterMissesOfVip must lie between 0 (never) and 20.")]
    public int AfterMissesOfVip { get; set; } = 1;

    public bool WhenAngry { get; set; } = true;

    public bool WhenSevere { get; set; } = true;

    /// <summary>Cancellations and returns worth more are finished by a person, in the orders' currency; 0 for no limit.</summary>
    [Range(0, 100_000_000, ErrorMessage = "Handoff:MoneyLimit must be 0 (no limit) or a sum of money.")]
    public decimal MoneyLimit { get; set; } = 500;

    /// <summary>A form nobody has touched for so long is not gone on with unasked.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00", ErrorMessage = "Handoff:FormPause must lie between 00:01:00 and 30.00:00:00.")]
    public TimeSpan FormPause { get; set; } = TimeSpan.FromHours(4);

    public HandOffRules Rules => new()
    {
        AfterMisses = AfterMisses,
        AfterMissesOfVip = AfterMissesOfVip,
        WhenAngry = WhenAngry,
        WhenSevere = WhenSevere,
        MoneyLimit = MoneyLimit == 0 ? null : MoneyLimit,
    };
}
