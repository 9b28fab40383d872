using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Identity;

namespace DinsosIntranet.App.Demo;

/// <summary>Invented residents. Their NIKs lie in district 360299, which does not exist, so nobody real is meant.</summary>
internal static class DemoResidents
{
    public static IReadOnlyList<PersonInput> People { get; } =
    [
        New("Siti Aminah", "3602995206850001", 1985, 6, 12, Sex.Female, "081200000001", "Kp. Sawah RT 008/RW 002", "36.02.14", "36.02.14.2001"),
        New("Enah Suhaenah", "3602994411720002", 1972, 11, 4, Sex.Female, "081200000002", "Kp. Pasir Gintung RT 003/RW 001", "36.02.14", "36.02.14.2009"),
        New("Karsim", "3602990307690003", 1969, 7, 3, Sex.Male, "", "Kp. Babakan RT 001/RW 004", "36.02.14", "36.02.14.2010"),
        New("Neneng Hasanah", "3602995901900004", 1990, 1, 19, Sex.Female, "081200000004", "Kp. Cibuah RT 005/RW 002", "36.02.14", "36.02.14.2011"),
        New("Rohman bin Sapri", "3602991512810005", 1981, 12, 15, Sex.Male, "081200000005", "Jl. Multatuli Gg. Melati RT 002/RW 007", "36.02.14", "36.02.14.1012"),
        New("Wawan Setiawan", "3602992204880006", 1988, 4, 22, Sex.Male, "081200000006", "Kp. Leuwi Kolot RT 006/RW 003", "36.02.14", "36.02.14.2013"),
        New("Oom Komalasari", "3602996808770007", 1977, 8, 28, Sex.Female, "081200000007", "Kp. Nanggela RT 004/RW 001", "36.02.14", "36.02.14.2014"),
        New("Ujang Sumarna", "3602990909930008", 1993, 9, 9, Sex.Male, "081200000008", "Kp. Sentral RT 001/RW 009", "36.02.14", "36.02.14.1007"),
        New("Yayah Rokayah", "3602995002650009", 1965, 2, 10, Sex.Female, "", "Kp. Cempa RT 007/RW 002", "36.02.14", "36.02.14.1006"),
        New("Aceng Kurnia", "3602991706840010", 1984, 6, 17, Sex.Male, "081200000010", "Kp. Kaduagung RT 002/RW 002", "36.02.14", "36.02.14.2016"),
        New("Entin Supriatin", "3602994303860011", 1986, 3, 3, Sex.Female, "081200000011", "Kp. Salahaur RT 003/RW 005", "36.02.14", "36.02.14.1008"),
        New("Dadang Hermawan", "3602992610790012", 1979, 10, 26, Sex.Male, "081200000012", "Kp. Kebon Kelapa RT 002/RW 003", "36.02.14", "36.02.14.1002"),
    ];

    /// <summary>The child one of them comes for.</summary>
    public static PersonInput Child { get; } =
        New("Rafi Maulana", "3602991402150013", 2015, 2, 14, Sex.Male, "", "Kp. Leuwi Kolot RT 006/RW 003", "36.02.14", "36.02.14.2013");

    public static IReadOnlyList<AddGuest> Guests { get; } =
    [
        new() { Name = "Iwan Ridwansyah", Origin = "Desa Citeras", Phone = "081200000021", Purpose = "Menanyakan jadwal penyaluran PKH", ToUnitCode = "linjamsos", IdCardLeft = "KTP" },
        new() { Name = "Sri Mulyati", Origin = "BPS Kabupaten Lebak", Phone = "081200000022", Purpose = "Mengantar surat undangan rapat data", ToUnitCode = "sekretariat" },
        new() { Name = "Ahmad Fauzi", Origin = "Karang Taruna Kolelet Wetan", Phone = "081200000023", Purpose = "Konsultasi proposal kegiatan", ToUnitCode = "dayasos", IdCardLeft = "KTP" },
        new() { Name = "Nurjanah", Origin = "Kelurahan Muara Ciujung Timur", Phone = "081200000024", Purpose = "Menanyakan alat bantu disabilitas", ToUnitCode = "rehsos" },
    ];

    private static PersonInput New(string name, string nik, int year, int month, int day, Sex sex, string phone, string address, string district, string village) => new()
    {
        Name = name,
        Nik = nik,
        FamilyCardNumber = string.Concat("360299070312", nik.AsSpan(12)),
        BirthDate = new DateOnly(year, month, day),
        Sex = sex,
        Phone = phone,
        Address = address,
        DistrictCode = district,
        VillageCode = village,
    };
}
