using System.Globalization;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop.Demo;

/// <param name="Id">The customer's id; null for a guest.</param>
internal sealed record DemoPerson(string? Id, string Name, string Email, string Phone, Address Address);

/// <summary>The demo store's customers and guests. Their addresses and phones are of ranges kept for examples.</summary>
internal static class DemoPeople
{
    private const int Phones = 1_000;

    private static readonly string[] First = ["Olivia", "Amir", "Grace", "Wei", "Sophie", "Jack", "Mei", "Noah", "Priya", "Tom", "Xin", "Emma", "Leo", "Ruth", "Hassan", "Ling", "Callum", "Aisha", "Ben", "Yan"];

    private static readonly string[] Last = ["Ahmed", "Brown", "Chen", "Davies", "Evans", "Fletcher", "Green", "Hughes", "Iqbal", "Jones", "Khan", "Li", "Murray", "Novak", "Owen", "Patel", "Reid", "Smith", "Taylor", "Wang"];

    private static readonly (string City, string Postcode)[] Towns =
    [
        ("London", "E8 4AA"), ("Manchester", "M4 1LE"), ("Edinburgh", "EH1 3LP"), ("Bristol", "BS1 5TR"), ("Leeds", "LS1 6DR"), ("Cardiff", "CF10 1EP"),
        ("Belfast", "BT1 5GS"), ("Norwich", "NR2 1TF"), ("York", "YO1 7HH"), ("Brighton", "BN1 1AE"),
    ];

    /// <summary>The one that the demo page signs in.</summary>
    public static DemoPerson SignedIn { get; } =
        new("C-1001", "Alex Morgan", "alex.morgan@example.com", "+44 7700 900001", new Address("Alex Morgan", "12 Canal Street", "London", "E8 4AA", "GB", "+44 7700 900001"));

    public static DemoPerson Make(int number, bool guest, Random random)
    {
        if (number == 1 && !guest)
        {
            return SignedIn;
        }

        string first = First[random.Next(First.Length)];
        string last = Last[random.Next(Last.Length)];
        (string city, string postcode) = Towns[random.Next(Towns.Length)];
        string phone = string.Create(CultureInfo.InvariantCulture, $"+44 7700 900{number % Phones:000}");
        string email = string.Create(CultureInfo.InvariantCulture, $"{first}.{last}{number}@example.com").ToLowerInvariant();
        Address address = new($"{first} {last}", string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 120)} {Last[random.Next(Last.Length)]} Road"), city, postcode, "GB", phone);
        return new DemoPerson(guest ? null : string.Create(CultureInfo.InvariantCulture, $"C-{1000 + number}"), address.Name, email, phone, address);
    }
}
