namespace SupportBot.BotService.Tests.Outreach;

/// <summary>
/// Sun and moon as astronomers compute them (Meeus, Astronomical Algorithms, 2nd edition): a second way to the festivals, sharing
/// nothing with the first. Good to about a minute, which is told apart from a day except within a minute of midnight.
/// </summary>
internal static class Sky
{
    private const double J2000 = 2451545.0;
    private const double Radians = Math.PI / 180;
    private const double ChinaHours = 8;

    // Chapter 25 gives the low-precision theory; these are the largest terms of the earth's motion that it leaves out (VSOP87, appendix III),
    // in 1e-8 radians: amplitude, phase, frequency per thousand years.
    private static readonly (double A, double B, double C)[] EarthLongitude =
    [
        (175347046, 0, 0), (3341656, 4.6692568, 6283.0758500), (34894, 4.62610, 12566.15170), (3497, 2.7441, 5753.3849), (3418, 2.8289, 3.5231),
        (3136, 3.6277, 77713.7715), (2676, 4.4181, 7860.4194), (2343, 6.1352, 3930.2097), (1324, 0.7425, 11506.7698), (1273, 2.0371, 529.6910),
        (1199, 1.1096, 1577.3435), (990, 5.233, 5884.927), (902, 2.045, 26.298), (857, 3.508, 398.149), (780, 1.179, 5223.694), (753, 2.533, 5507.553),
        (505, 4.583, 18849.228), (492, 4.205, 775.523), (357, 2.920, 0.067), (317, 5.849, 11790.629), (284, 1.899, 796.298), (271, 0.315, 10977.079),
        (243, 0.345, 5486.778), (206, 4.806, 2544.314), (205, 1.869, 5573.143), (202, 2.458, 6069.777), (156, 0.833, 213.299), (132, 3.411, 2942.463),
        (126, 1.083, 20.775), (115, 0.645, 0.980), (103, 0.636, 4694.003), (102, 0.976, 15720.839), (102, 4.267, 7.114), (99, 6.21, 2146.17), (98, 0.68, 155.42),
    ];

    private static readonly (double A, double B, double C)[] EarthLongitudeRate =
    [
        (628331966747, 0, 0), (206059, 2.678235, 6283.075850), (4303, 2.6351, 12566.1517), (425, 1.590, 3.523), (119, 5.796, 26.298), (109, 2.966, 1577.344), (93, 2.59, 18849.23),
    ];

    private static readonly (double A, double B, double C)[] EarthLongitudeCurve = [(52919, 0, 0), (8720, 1.0721, 6283.0758), (309, 0.867, 12566.152)];

    /// <summary>The day in China on which the sun reaches an apparent longitude (degrees), near a guess.</summary>
    public static DateOnly SunReaches(double longitude, DateOnly guess)
    {
        double day = JulianDay(guess);
        for (int round = 0; round < 6; round++)
        {
            double missing = (longitude - SunLongitude(day) + 540) % 360 - 180;
            day += missing * 365.2422 / 360;
        }

        return DateInChina(day);
    }

    /// <summary>The day in China of the new moon nearest to a day (chapter 49).</summary>
    public static DateOnly NewMoonNear(DateOnly guess)
    {
        double k = Math.Round((JulianDay(guess) - 2451550.09766) / 29.530588861);
        double t = k / 1236.85;
        double mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;
        double e = 1 - 0.002516 * t - 0.0000074 * t * t;
        double m = Rad(2.5534 + 29.10535670 * k), n = Rad(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
        double f = Rad(160.7108 + 390.67050284 * k - 0.0016118 * t * t), o = Rad(124.7746 - 1.56375588 * k + 0.0020672 * t * t);
        double moon = -0.40720 * Math.Sin(n) + 0.17241 * e * Math.Sin(m) + 0.01608 * Math.Sin(2 * n) + 0.01039 * Math.Sin(2 * f) + 0.00739 * e * Math.Sin(n - m)
            - 0.00514 * e * Math.Sin(n + m) + 0.00208 * e * e * Math.Sin(2 * m) - 0.00111 * Math.Sin(n - 2 * f) - 0.00057 * Math.Sin(n + 2 * f)
            + 0.00056 * e * Math.Sin(2 * n + m) - 0.00042 * Math.Sin(3 * n) + 0.00042 * e * Math.Sin(m + 2 * f) + 0.00038 * e * Math.Sin(m - 2 * f)
            - 0.00024 * e * Math.Sin(2 * n - m) - 0.00017 * Math.Sin(o);
        double planets = 0.000325 * Math.Sin(Rad(299.77 + 0.107408 * k - 0.009173 * t * t)) + 0.000165 * Math.Sin(Rad(251.88 + 0.016321 * k))
            + 0.000164 * Math.Sin(Rad(251.83 + 26.651886 * k)) + 0.000126 * Math.Sin(Rad(349.42 + 36.412478 * k)) + 0.000110 * Math.Sin(Rad(84.66 + 18.206239 * k));
        return DateInChina(mean + moon + planets);
    }

    private static double SunLongitude(double day)
    {
        double tau = (day - J2000) / 365250, t = tau * 10;
        double earth = (Sum(EarthLongitude, tau) + Sum(EarthLongitudeRate, tau) * tau + Sum(EarthLongitudeCurve, tau) * tau * tau) / 1e8;
        double node = Rad(125.04452 - 1934.136261 * t), sun = Rad(280.4665 + 36000.7698 * t), moon = Rad(218.3165 + 481267.8813 * t);
        double nutation = -17.20 * Math.Sin(node) - 1.32 * Math.Sin(2 * sun) - 0.23 * Math.Sin(2 * moon) + 0.21 * Math.Sin(2 * node);
        double anomaly = Rad(357.52911 + 35999.05029 * t);
        double aberration = -20.4898 / (1.000140 - 0.016708 * Math.Cos(anomaly));
        double degrees = earth / Radians + 180 + (nutation + aberration - 0.09033) / 3600;
        return (degrees % 360 + 360) % 360;
    }

    private static double Sum((double A, double B, double C)[] terms, double tau) => terms.Sum(term => term.A * Math.Cos(term.B + term.C * tau));

    private static double Rad(double degrees) => degrees * Radians;

    private static double JulianDay(DateOnly date) => date.DayNumber + 1721425.5;

    // Dynamical time runs ahead of the clock by some seconds (Espenak and Meeus, polynomials for 1900 to 2150, simplified).
    private static DateOnly DateInChina(double dynamical)
    {
        double years = (dynamical - J2000) / 365.25;
        double ahead = years < -14 ? Math.Max(0, 31 + 0.55 * (years + 50)) : years < 5 ? 64 : 64.7 + 0.3 * (years - 5);
        return DateOnly.FromDayNumber((int)Math.Floor(dynamical - ahead / 86400 + ChinaHours / 24 - 1721425.5));
    }
}
